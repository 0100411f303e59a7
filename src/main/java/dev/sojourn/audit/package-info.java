/** Looking back: what was recorded and by whom, in words; what differs between two moments, and which events did it. */
package dev.sojourn.audit;
