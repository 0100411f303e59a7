package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.institution.InstitutionDays;
import dev.sojourn.projection.person.Researchers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntUnaryOperator;

/** Everybody's origin as believed at one position, block by block; worked out and kept as {@link DayStates} is. */
public final class Origins {

    private final Planes planes;
    private final Researchers researchers;
    private final int known;
    private final int position;
    private final int institutionEvents;
    private final int[] byInstitution;
    private final IntUnaryOperator rule;
    private final boolean latest;
    private final AtomicReferenceArray<OriginBlock> blocks;

    /**
     * Origins.
     *
     * @param byInstitution the country that each institution stands for, {@link Country#UNKNOWN} or {@link InstitutionDays#DATED}
     * @param rule the origin of one researcher
     */
    public Origins(
            Planes planes,
            Researchers researchers,
            int known,
            int position,
            int institutionEvents,
            int[] byInstitution,
            IntUnaryOperator rule,
            boolean latest) {
        this.planes = planes;
        this.researchers = researchers;
        this.known = known;
        this.position = position;
        this.institutionEvents = institutionEvents;
        this.byInstitution = byInstitution;
        this.rule = rule;
        this.latest = latest;
        this.blocks = new AtomicReferenceArray<>(Block.count(known));
    }

    /** {@link Country} of each researcher of a block, by place in it; not to be written to. */
    public int[] countries(int number) {
        var block = blocks.get(number);
        if (block == null) {
            var kept = planes.origins();
            block = brought(kept.get(number), number);
            if (block == null) {
                block = fresh(number);
            }
            if (latest) {
                kept.merge(number, block, (one, other) -> one.position() > other.position() ? one : other);
            }
            blocks.set(number, block);
        }
        return block.countries();
    }

    private OriginBlock brought(OriginBlock block, int number) {
        if (block == null || block.institutionEvents() != institutionEvents) {
            return null;
        }
        int[] changed = researchers.changes(number).between(block.position(), position);
        if (changed == null || changed.length == 0) {
            return changed == null ? null : block;
        }
        int[] countries = block.countries().clone();
        again(changed, countries);
        return new OriginBlock(position, institutionEvents, countries);
    }

    private OriginBlock fresh(int number) {
        var plane = planes.origins(number, known, researchers, position);
        int[] countries = new int[Block.SIZE];
        Arrays.fill(countries, Country.UNKNOWN);
        plane.origins().countries(Math.min(position, plane.origins().position()), byInstitution, countries);
        for (int at = 0; at < Block.SIZE; at++) {
            if (countries[at] == InstitutionDays.DATED) {
                countries[at] = rule.applyAsInt((number << Block.BITS) + at);
            }
        }
        again(plane.origins().several(), countries);
        again(plane.changed(), countries);
        again(researchers.apart.of(number), countries);
        return new OriginBlock(position, institutionEvents, countries);
    }

    private void again(int[] people, int[] countries) {
        for (int researcher : people) {
            countries[researcher & Block.MASK] = rule.applyAsInt(researcher);
        }
    }
}
