/**
 * What events say, as sentences for people who do not know the event types. The sentences stand in {@code
 * sentences.properties}, one for each type, so that another language is another file.
 */
package dev.sojourn.audit.telling;
