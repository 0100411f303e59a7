/** What a question is made of: whom it is about, under which conditions, and by which rules people are counted. */
package dev.sojourn.analysis.question;
