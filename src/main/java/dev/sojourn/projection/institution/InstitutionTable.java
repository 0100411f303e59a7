package dev.sojourn.projection.institution;

import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.column.Country;

/**
 * What every institution is on one day, in columns by number: small enough for a processor's cache, so that a pass over
 * people costs the same whether headquarters ever moved or not.
 */
public final class InstitutionTable {

    private final int[] survivor;
    private final int[] country;
    private final int[] parent;
    private final byte[] sector;

    InstitutionTable(int institutions) {
        survivor = new int[institutions];
        country = new int[institutions];
        parent = new int[institutions];
        sector = new byte[institutions];
    }

    /** Of one about which nothing was ever said but its profile; null if it is not registered. */
    void set(int institution, Profile profile) {
        survivor[institution] = institution;
        parent[institution] = institution;
        country[institution] = profile == null ? Country.UNKNOWN : Country.number(profile.headquarters());
        sector[institution] = (byte) (profile == null ? Sector.NOT_STATED : profile.sector()).ordinal();
    }

    void set(int institution, InstitutionState state) {
        survivor[institution] = state.institution();
        parent[institution] = state.parent();
        country[institution] = state.country();
        sector[institution] = (byte) state.sector().ordinal();
    }

    /** How many there are. */
    public int size() {
        return survivor.length;
    }

    /** The institution itself, or the one it has merged into. */
    public int survivor(int institution) {
        return survivor[institution];
    }

    /** {@link Country} of its headquarters. */
    public int country(int institution) {
        return country[institution];
    }

    /** Its ultimate parent. */
    public int parent(int institution) {
        return parent[institution];
    }

    /** {@link Sector} by its ordinal. */
    public int sector(int institution) {
        return sector[institution];
    }
}
