package dev.sojourn.event.value;

import java.util.List;

/**
 * What is said of an institution when it enters the ledger; holds on all days until a dated event changes it.
 *
 * @param names by script
 * @param sector NOT_STATED if not known
 * @param headquarters country of its headquarters, or null if not known
 * @param parent the institution it belongs to, or null for none
 * @param identifiers what other catalogues call it, such as ROR
 */
public record Profile(
        Names names, Sector sector, CountryCode headquarters, InstitutionId parent, List<Identifier> identifiers) {

    /**
     * Checks what can be checked without knowing anything else.
     *
     * @throws IllegalArgumentException if names or sector are missing
     */
    public Profile {
        if (names == null || sector == null) {
            throw new IllegalArgumentException("an institution needs a name and a sector (NOT_STATED is one)");
        }
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }
}
