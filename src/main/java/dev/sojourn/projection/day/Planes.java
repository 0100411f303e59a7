package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.Researchers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the timeline keeps for questions, beside what it is made of: the laid-out spells of each block, and where people
 * are on the days asked for lately, as believed now. All of it can be worked out again at any time; whoever finds
 * something missing or outdated does so and puts it here, for others to use.
 */
public final class Planes {

    /** Days kept: a question about 25 years, and a few more. */
    public static final int DAYS = 32;
    /** A plane is laid out anew once more researchers than this differ from it. */
    private static final int STALE = 64;

    private static final int[] NOBODY = {};

    private final Map<Integer, SpellPlane> spells = new ConcurrentHashMap<>();
    private final Map<Integer, OriginPlane> origins = new ConcurrentHashMap<>();
    private final Map<Integer, OriginBlock> originBlocks = new ConcurrentHashMap<>();
    private final Map<Integer, Map<Integer, DayBlock>> days = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<Integer, DayBlock>> eldest) {
            return size() > DAYS;
        }
    };

    /** The same for another writer: all that is kept is immutable but for the days, whose codes are remembered. */
    public Planes fork() {
        var fork = new Planes();
        fork.spells.putAll(spells);
        fork.origins.putAll(origins);
        fork.originBlocks.putAll(originBlocks);
        synchronized (days) {
            days.forEach((day, blocks) -> {
                var copies = new ConcurrentHashMap<Integer, DayBlock>();
                blocks.forEach((number, block) -> copies.put(number, block.copy()));
                fork.days.put(day, copies);
            });
        }
        return fork;
    }

    /** The blocks kept of a day, if it is kept at all; a question about the past makes no room for it. */
    Map<Integer, DayBlock> kept(int day) {
        synchronized (days) {
            return days.getOrDefault(day, Map.of());
        }
    }

    /** The blocks kept of a day. */
    Map<Integer, DayBlock> of(int day) {
        synchronized (days) {
            return days.computeIfAbsent(day, asked -> new ConcurrentHashMap<>());
        }
    }

    /**
     * A plane, and those of whom it does not tell what is believed at a position.
     *
     * @param changed researchers by number
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Use(SpellPlane spells, int[] changed) {}

    /**
     * The plane of a block that serves a standpoint, either because it is later or because few differ from it. A new one
     * is laid out from the latest standpoint, so that one serves all questions about the past.
     */
    Use spells(int block, Standpoint here, Supplier<Standpoint> head) {
        var plane = spells.get(block);
        if (plane != null && plane.position() >= here.position()) {
            return new Use(plane, NOBODY);
        }
        if (plane != null) {
            int[] since = here.researchers().changes(block).between(plane.position(), here.position());
            if (since != null && since.length <= STALE) {
                return new Use(plane, since);
            }
        }
        var fresh = new SpellPlane(block, head.get());
        spells.merge(block, fresh, (one, other) -> one.position() > other.position() ? one : other);
        return new Use(fresh, NOBODY);
    }

    /** As {@link Use}, of origins. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OriginUse(OriginPlane origins, int[] changed) {}

    /** The origins of a block, as {@link #spells}. */
    OriginUse origins(int block, int known, Researchers researchers, int position) {
        var plane = origins.get(block);
        if (plane != null && plane.position() >= position) {
            return new OriginUse(plane, NOBODY);
        }
        if (plane != null) {
            int[] since = researchers.changes(block).between(plane.position(), position);
            if (since != null && since.length <= STALE) {
                return new OriginUse(plane, since);
            }
        }
        var fresh = new OriginPlane(block, Block.size(block, known), researchers.degrees, position);
        origins.merge(block, fresh, (one, other) -> one.position() > other.position() ? one : other);
        return new OriginUse(fresh, NOBODY);
    }

    /** The origins kept. */
    Map<Integer, OriginBlock> origins() {
        return originBlocks;
    }

    /** Bytes of origins. */
    public long originBytes() {
        return Block.SIZE * (8L * origins.size() + 4L * originBlocks.size());
    }

    /** Bytes of the laid-out spells. */
    public long spellBytes() {
        return spells.values().stream().mapToLong(SpellPlane::bytes).sum();
    }

    /** Bytes of the days kept. */
    public long dayBytes() {
        synchronized (days) {
            return days.values().stream()
                    .flatMap(day -> day.values().stream())
                    .mapToLong(DayBlock::bytes)
                    .sum();
        }
    }
}
