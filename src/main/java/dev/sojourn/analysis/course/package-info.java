/** How one person's value of an attribute goes on over time: for questions about what happens first, or at any step. */
package dev.sojourn.analysis.course;
