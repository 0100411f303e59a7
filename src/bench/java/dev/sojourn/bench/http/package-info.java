/** How many answers a second the server gives, against what the same server does for a page that never changes. */
package dev.sojourn.bench.http;
