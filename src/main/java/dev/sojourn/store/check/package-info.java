/** Whether what is stored is what was written: the look at each start, and the whole chain when somebody asks. */
package dev.sojourn.store.check;
