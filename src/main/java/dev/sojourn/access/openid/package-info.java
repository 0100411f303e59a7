/**
 * Logging in with the tokens of an OpenID Connect provider, for those who have one: JSON web tokens that it signs. Off
 * unless it is configured, and nothing is asked of a provider until somebody comes with a token.
 *
 * <p>Start at {@link dev.sojourn.access.openid.OpenIdTokens}.
 */
package dev.sojourn.access.openid;
