package dev.sojourn.projection.day;

import dev.sojourn.projection.person.SpellRows;

/** What is known of how sure a deciding spell is, as codes. */
public enum Proof implements Coding {
    /** The day at which it was last shown to be true, in days from 1930 on; earlier days, later ones and "never" at the ends. */
    OBSERVED {
        @Override
        public int size() {
            return 1 << 16;
        }

        @Override
        public int code(SpellRows spells, int row) {
            return day(spells.observed(row));
        }
    },

    /** Whether a date of it was written as approximate or uncertain. */
    QUALIFIED {
        @Override
        public int size() {
            return FIRST + 2;
        }

        @Override
        public int code(SpellRows spells, int row) {
            return spells.qualified(row) ? FIRST + 1 : FIRST;
        }
    };

    private static final int FIRST_DAY = -14_610; // 1930-01-01
    private static final int LAST_DAY = FIRST_DAY + (1 << 16) - FIRST - 1;

    /** The code of a day, since 1970. */
    public static int day(int day) {
        return FIRST + Math.max(FIRST_DAY, Math.min(day, LAST_DAY)) - FIRST_DAY;
    }

    /** Whether comparing codes with that of a day tells what is later than it. */
    public static boolean tells(int day) {
        return day >= FIRST_DAY && day < LAST_DAY;
    }
}
