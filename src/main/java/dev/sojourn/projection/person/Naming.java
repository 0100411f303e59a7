package dev.sojourn.projection.person;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import java.util.List;
import java.util.function.Function;

/** Names and identifiers of one person, as they can be read, and encrypted for a snapshot as long as nothing is added. */
final class Naming {

    /** Identifiers that were linked, or unlinked. */
    record Links(boolean linked, List<Identifier> identifiers) {}

    /** What is encrypted. */
    record Saved(List<Fact<Names>> names, List<Fact<Links>> links) {}

    final Facts<Names> names;
    final Facts<Links> links;
    private byte[] sealed;

    /** Of one of whom nothing is known yet. */
    Naming() {
        names = new Facts<>();
        links = new Facts<>();
    }

    Naming(Saved saved, byte[] sealed) {
        names = Facts.of(saved.names);
        links = Facts.of(saved.links);
        this.sealed = sealed;
    }

    private Naming(Facts<Names> names, Facts<Links> links) {
        this.names = names;
        this.links = links;
    }

    /** The same up to a position, for another writer. */
    Naming fork(int position) {
        return new Naming(names.fork(position), links.fork(position));
    }

    synchronized void named(Names more, int position) {
        sealed = null;
        names.add(more, position);
    }

    synchronized void linked(Links more, int position) {
        sealed = null;
        links.add(more, position);
    }

    synchronized void close(int position) {
        sealed = null;
        names.close(position);
        links.close(position);
    }

    /** What was said by a position, encrypted; the same again if nothing was said since. */
    synchronized byte[] sealed(int position, Function<Saved, byte[]> seal) {
        if (sealed != null) {
            return sealed;
        }
        var saved = new Saved(names.saidBy(position), links.saidBy(position));
        if (saved.names.isEmpty() && saved.links.isEmpty()) {
            return SealedPeople.NONE;
        }
        byte[] made = seal.apply(saved);
        if (saved.equals(new Saved(names.saidBy(Integer.MAX_VALUE), links.saidBy(Integer.MAX_VALUE)))) {
            sealed = made;
        }
        return made;
    }
}
