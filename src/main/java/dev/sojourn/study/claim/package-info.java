/**
 * Claims: sentences that quote numbers, checked against the ledger, or against the published numbers that they rest on.
 * {@link dev.sojourn.study.claim.ClaimsFile} reads them strictly, {@link dev.sojourn.study.claim.Checks} judges them.
 */
package dev.sojourn.study.claim;
