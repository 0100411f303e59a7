/** The forms of histories, differences and single events. */
package dev.sojourn.exchange.answer.trail;
