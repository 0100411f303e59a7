package dev.sojourn.command;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Profile;
import dev.sojourn.time.PartialDate;

/** What can be asked of an institution. Dates are the first day on which the change holds. */
public sealed interface InstitutionCommand extends Command {

    /** Which institution. */
    InstitutionId institution();

    @Override
    default InstitutionId subject() {
        return institution();
    }

    /** Enters an institution into the ledger. A parent must be there before it. */
    record RegisterInstitution(InstitutionId institution, Profile profile, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a whole profile.
         *
         * @throws IllegalArgumentException without one
         */
        public RegisterInstitution {
            Missing.refuse(profile, "profile: names and sector");
        }
    }

    /** Replaces what was said at registration; dated changes stay. Needs a reason. */
    record CorrectInstitution(InstitutionId institution, Profile profile, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a whole profile.
         *
         * @throws IllegalArgumentException without one
         */
        public CorrectInstitution {
            Missing.refuse(profile, "profile: names and sector");
        }
    }

    /** Gives it other names from a day on. */
    record RenameInstitution(InstitutionId institution, Names names, PartialDate from, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes names and a day.
         *
         * @throws IllegalArgumentException without either
         */
        public RenameInstitution {
            Missing.refuse(names, "names: write all of them, also those that stay");
            Missing.refuse(from, FROM);
        }
    }

    /** Moves its headquarters to a country from a day on. */
    record MoveHeadquarters(InstitutionId institution, CountryCode country, PartialDate from, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a country and a day.
         *
         * @throws IllegalArgumentException without either
         */
        public MoveHeadquarters {
            Missing.refuse(country, "country, by its ISO 3166-1 code");
            Missing.refuse(from, FROM);
        }
    }

    /**
     * Puts it under another institution from a day on.
     *
     * @param parent the direct parent, or null for none
     */
    record ChangeParent(InstitutionId institution, InstitutionId parent, PartialDate from, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a day.
         *
         * @throws IllegalArgumentException without one
         */
        public ChangeParent {
            Missing.refuse(from, FROM);
        }
    }

    /**
     * Lets it go on as another institution from a day on. Needs a reason.
     *
     * @param into the one that stays
     */
    record MergeInstitution(InstitutionId institution, InstitutionId into, PartialDate from, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a survivor and a day.
         *
         * @throws IllegalArgumentException without either
         */
        public MergeInstitution {
            Missing.refuse(into, "into, the institution that stays");
            Missing.refuse(from, FROM);
        }
    }

    /** Closes it from a day on: nobody begins there any more. */
    record CloseInstitution(InstitutionId institution, PartialDate from, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a day.
         *
         * @throws IllegalArgumentException without one
         */
        public CloseInstitution {
            Missing.refuse(from, "from, the first day on which it is no more, as in 2023 or 2023-05");
        }
    }

    /**
     * Makes it a member of a group.
     *
     * @param from first day, or null for all days
     */
    record JoinGroup(InstitutionId institution, GroupId group, PartialDate from, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a group.
         *
         * @throws IllegalArgumentException without one
         */
        public JoinGroup {
            Missing.refuse(group, "group");
        }
    }

    /**
     * Ends its membership of a group.
     *
     * @param to first day on which it is no member
     */
    record LeaveGroup(InstitutionId institution, GroupId group, PartialDate to, Remarks personal)
            implements InstitutionCommand {

        /**
         * Takes a group and a day.
         *
         * @throws IllegalArgumentException without either
         */
        public LeaveGroup {
            Missing.refuse(group, "group");
            Missing.refuse(to, "to, the first day on which it is no member");
        }
    }

    /** How to write the day of a change. */
    String FROM = "from, the first day on which it holds, as in 2023 or 2023-05";

    /** Undoes an event of the institution, by its number within it. */
    record UndoInstitutionEvent(InstitutionId institution, long sequence, Remarks personal)
            implements Undo, InstitutionCommand {}
}
