/** How an event is written down: the columns of its row, the text of its header, and the hash that binds it to the row before. */
package dev.sojourn.store.row;
