/**
 * Sojourn, put together: what starts the program and makes its clock, ports and beans. Knows every package below; none
 * of them knows it.
 */
package dev.sojourn;
