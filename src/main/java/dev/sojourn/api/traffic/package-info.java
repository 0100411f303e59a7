/** What keeps the server quick for many: answers that need not be computed again, and no more work at once than it can do. */
package dev.sojourn.api.traffic;
