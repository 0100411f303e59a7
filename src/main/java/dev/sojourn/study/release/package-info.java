/**
 * Releases: what is computed when one is published, and the same computed again. A release keeps its questions, its rules
 * and their region maps, so that no file that changes later can change what it answers, and for each question the SHA-256 of
 * what is counted ({@link dev.sojourn.study.release.Digest}).
 */
package dev.sojourn.study.release;
