/** Ways through several days: the data of a Sankey diagram. */
package dev.sojourn.analysis.path;
