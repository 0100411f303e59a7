/** What the analyses share: who is selected, which spell decides on a day, which cell a person is in. */
package dev.sojourn.analysis.count;
