/**
 * The checks in front of every request: who asks (name and password, token), how often, from where, and whether the list
 * of permissions lets them.
 *
 * <p>Start at {@link dev.sojourn.access.web.WebSecurity}, the order of the checks.
 */
package dev.sojourn.access.web;
