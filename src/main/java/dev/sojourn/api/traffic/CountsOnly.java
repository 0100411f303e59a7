package dev.sojourn.api.traffic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an answer that follows from its question and its position alone, is the same for everybody who may ask, and tells
 * nothing of single people. No later event changes it, an erasure neither, so that a client may keep it, and so may the
 * server: see {@link Unchanged} and {@link KeptAnswers}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CountsOnly {}
