/**
 * The two time axes as values: what a date as written can mean ({@link dev.sojourn.time.PartialDate}), when something
 * holds in the world ({@link dev.sojourn.time.ValidTime}), and from where one looks at the ledger
 * ({@link dev.sojourn.time.Vantage}, {@link dev.sojourn.time.KnownAt}). Plain Java; uses no other package.
 */
package dev.sojourn.time;
