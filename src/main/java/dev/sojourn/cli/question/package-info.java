/** Questions about people, and what is behind their answers. */
package dev.sojourn.cli.question;
