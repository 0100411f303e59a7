/** Disks that lose power: what is written and forced is recorded, and what could be found afterwards is made of it. */
package dev.sojourn.fault.power;
