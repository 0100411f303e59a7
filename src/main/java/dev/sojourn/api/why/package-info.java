/** Why a number is what it is, and who made it another one: over HTTP. */
package dev.sojourn.api.why;
