/**
 * What is believed of one person at two vantages, what differs, and which events did it. The differences are exact: applied
 * to the first picture they give the second.
 */
package dev.sojourn.audit.diff;
