/** What may stand in the query of a call, and how it is read; a parameter that a call does not know is refused. */
package dev.sojourn.api.parameter;
