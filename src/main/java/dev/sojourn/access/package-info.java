/**
 * Who may do what: accounts with hashed passwords in a file of their own, one list of rules for all endpoints, and the
 * checks in front of them. What has no rule is refused.
 *
 * <p>Start at {@link dev.sojourn.access.Permissions}, the list; {@link dev.sojourn.access.Accounts} keeps the accounts.
 */
package dev.sojourn.access;
