/** What the timeline is built of: columns that grow without copying, dates in two numbers, facts that are closed. */
package dev.sojourn.projection.column;
