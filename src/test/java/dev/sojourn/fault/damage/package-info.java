/** Text and bytes as disks, editors and ill will damage them, the same for the same seed. */
package dev.sojourn.fault.damage;
