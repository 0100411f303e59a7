/**
 * Answers as others read them: the JSON and CSV forms that the HTTP interface and the command line share. Shares are
 * rounded here and nowhere else.
 */
package dev.sojourn.exchange.answer;
