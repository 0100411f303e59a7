/** What was measured, as rows, and how it is shown: a table in Markdown, a file of comma-separated values, a chart. */
package dev.sojourn.bench.report;
