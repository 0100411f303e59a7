/**
 * Why a number is what it is, and why it became another one: the people behind it with the events that put them there, and
 * for everybody who changed cell between two moments, days or sets of rules exactly one cause.
 */
package dev.sojourn.study.why;
