/**
 * Faults that the whole program must survive: it is killed, told to stop, left without disk or without power, and then
 * asked for everything it ever acknowledged. The long forms are tagged {@code faults}: {@code mvn verify -Pfaults}.
 */
package dev.sojourn.fault;
