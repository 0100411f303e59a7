/**
 * Finding people by name, in any script and order, or by what other catalogues call them, and finding those who may be
 * one person recorded twice.
 *
 * <p>Start at {@link dev.sojourn.study.search.PeopleSearch}; {@link dev.sojourn.study.search.Folding} says which names
 * are taken as written alike.
 */
package dev.sojourn.study.search;
