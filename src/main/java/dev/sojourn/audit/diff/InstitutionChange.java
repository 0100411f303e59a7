package dev.sojourn.audit.diff;

import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;

/** Which events of an institution can change an attribute of those who are there. */
enum InstitutionChange {
    ANY,
    COUNTRY,
    SECTOR,
    PARENT,
    MERGER;

    static InstitutionChange of(String attribute) {
        return switch (attribute) {
            case "country", "site", "region" -> COUNTRY;
            case "sector" -> SECTOR;
            case "parent", "group" -> PARENT;
            case "institution" -> MERGER;
            default -> ANY;
        };
    }

    /** A merger changes everything at once. */
    boolean by(InstitutionEvent event) {
        if (this == ANY || event instanceof InstitutionMerged || event instanceof InstitutionEventUndone) {
            return true;
        }
        boolean described = event instanceof InstitutionRegistered || event instanceof InstitutionCorrected;
        return switch (this) {
            case COUNTRY -> described || event instanceof HeadquartersMoved;
            case SECTOR -> described;
            case PARENT ->
                described
                        || event instanceof ParentChanged
                        || event instanceof JoinedGroup
                        || event instanceof LeftGroup;
            default -> false;
        };
    }
}
