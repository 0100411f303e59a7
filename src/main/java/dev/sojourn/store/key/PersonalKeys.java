package dev.sojourn.store.key;

import com.google.crypto.tink.Aead;
import dev.sojourn.store.key.KeyFile.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a ledger's personal data, by owner: the subject of an event, as {@code kind:id}, or {@code ledger:purpose}.
 * Safe for any number of threads.
 */
public final class PersonalKeys implements AutoCloseable {

    /** Name of the file in a ledger's folder. */
    public static final String FILE = "personal.keys";

    private static final String ALGORITHM = "HmacSHA256";

    /** Keys held unwrapped; with more, those not used for longest are unwrapped again when they are asked for. */
    private static final int HELD = 20_000;

    private final Path path;
    private final MasterKeyPlace place;
    private final KeyFile file;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock destroying = new ReentrantLock();
    private final Map<String, Aead> held = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Aead> eldest) {
            return size() > HELD;
        }
    });
    /** Ready to be copied by whoever hashes: making one takes longer than a hash. */
    private final Map<String, Mac> hashing = Collections.synchronizedMap(new LinkedHashMap<>());

    private MasterKey master;
    private volatile KeyTrouble trouble;

    private PersonalKeys(Path directory, MasterKeyPlace place) throws IOException {
        path = directory.resolve(FILE);
        this.place = place;
        Rotation.finish(path, place);
        file = new KeyFile(path);
        if (file.mark() != null) {
            find();
        } else if (Files.exists(path)) {
            trouble = new KeyTrouble(
                    KeyTrouble.Kind.KEY_FILE_DAMAGED,
                    path + " is no file of keys: put the right one back, from a backup of the keys");
        }
    }

    /** Those in a ledger's folder. If they cannot be used, it opens nevertheless and says so in {@link #trouble}. */
    public static PersonalKeys open(Path directory, MasterKeyPlace place) {
        try {
            return new PersonalKeys(directory, place);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the keys in " + directory + " cannot be read", unreadable);
        }
    }

    /** Why personal data can be neither read nor written, if so. */
    public Optional<KeyTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Compares with the number of keys that the events need at least. */
    public void expect(long needed) {
        if (trouble != null || file.size() >= needed) {
            return;
        }
        trouble = file.mark() == null
                ? new KeyTrouble(
                        KeyTrouble.Kind.KEY_FILE_MISSING,
                        "there is no " + path + ", but " + needed
                                + " keys are needed to read this ledger's personal data:"
                                + " put the file back, from a backup of the keys. Names, titles and reasons cannot be read"
                                + " without it, and nothing is recorded")
                : new KeyTrouble(
                        KeyTrouble.Kind.KEYS_MISSING,
                        path + " holds " + file.size() + " keys, but " + needed
                                + " are needed: it is an older one, or was cut off. Put the right one back; nothing is"
                                + " recorded meanwhile");
    }

    /** From now on personal data can be neither read nor written; the first reason stays. */
    public void distrust(KeyTrouble reason) {
        trouble = trouble == null ? reason : trouble;
    }

    /**
     * Makes keys for those that have none, on disk on return.
     *
     * @return how many keys there are now
     * @throws UncheckedIOException if the disk takes them not; then there are none
     */
    public long make(Collection<String> owners) {
        lock.writeLock().lock();
        try {
            refuseTrouble();
            var lines = new ArrayList<Line>();
            for (String owner : new LinkedHashSet<>(owners)) {
                if (!held.containsKey(owner) && file.find(owner).isEmpty()) {
                    byte[] key = MasterKey.randomKey();
                    lines.add(new Line(owner, master().wrap(key, owner)));
                    held.put(owner, MasterKey.aead(key));
                }
            }
            if (!lines.isEmpty()) {
                append(lines);
            }
            return file.size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read", unreadable);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * The key of an owner; empty if it was destroyed.
     *
     * @throws KeyTrouble if there is none
     */
    public Optional<Aead> key(String owner) {
        var known = held.get(owner);
        if (known != null) {
            return Optional.of(known);
        }
        lock.readLock().lock(); // what is read here must not be held after it was destroyed
        try {
            var key = unwrapped(owner).map(MasterKey::aead);
            key.ifPresent(found -> held.put(owner, found));
            return key;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether the key of an owner was destroyed. */
    public boolean destroyed(String owner) {
        return file.erased().contains(owner);
    }

    /** Destroys the key of an owner, or sees that none is ever made; on disk on return. */
    public void destroy(String owner) {
        destroying.lock();
        lock.writeLock().lock();
        try {
            refuseTrouble();
            if (file.mark() == null) {
                file.begin(master().wrap(new byte[MasterKey.BYTES], KeyFile.MARK));
            }
            file.erase(owner);
            held.remove(owner);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(path + " cannot be written", unwritten);
        } finally {
            lock.writeLock().unlock();
            destroying.unlock();
        }
    }

    /** Does something while no key is destroyed; new ones may be made. */
    public void holding(Runnable work) {
        destroying.lock();
        try {
            work.run();
        } finally {
            destroying.unlock();
        }
    }

    /** Every owner whose key was destroyed. */
    public Collection<String> destroyed() {
        return List.copyOf(file.erased());
    }

    /**
     * A hash of a text that nobody can try out candidates on without the keys: HMAC-SHA-256 in lower-case hex, under a key
     * of the ledger's own for each purpose. The same as long as the keys are.
     */
    public String hash(String purpose, String text) {
        try {
            var mac = (Mac) hashing.computeIfAbsent(purpose, this::hashing).clone();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException missing) {
            throw new IllegalStateException("Java's own HMAC-SHA-256 can be copied", missing);
        }
    }

    /** Copies the file of keys, as it is at one moment. Nothing is copied if there is none. */
    public void copyTo(Path copy) {
        lock.readLock().lock();
        try {
            if (file.mark() != null) {
                file.copyTo(copy);
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(copy + " cannot be written", unwritten);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        held.clear();
        hashing.clear();
        try {
            file.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private Mac hashing(String purpose) {
        String owner = "ledger:" + purpose;
        make(List.of(owner));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(unwrapped(owner).orElseThrow(), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", missing);
        }
    }

    private void append(List<Line> lines) {
        try {
            if (file.mark() == null) {
                file.begin(master().wrap(new byte[MasterKey.BYTES], KeyFile.MARK));
            }
            file.append(lines);
        } catch (IOException unwritten) {
            lines.forEach(line -> held.remove(line.owner()));
            throw new UncheckedIOException(path + " cannot be written", unwritten);
        }
    }

    private Optional<byte[]> unwrapped(String owner) {
        refuseTrouble();
        try {
            String wrapped = file.find(owner)
                    .orElseThrow(() -> new KeyTrouble(
                            KeyTrouble.Kind.KEY_MISSING,
                            path + " has no key of " + owner + ": put the right file back, from a backup of the keys"));
            if (wrapped.equals(KeyFile.ERASED)) {
                return Optional.empty();
            }
            return Optional.of(master().unwrap(wrapped, owner)
                    .orElseThrow(() -> new KeyTrouble(
                            KeyTrouble.Kind.KEY_FILE_DAMAGED,
                            "the key of " + owner + " in " + path + " was changed: put the right file back")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " cannot be read", unreadable);
        }
    }

    private void refuseTrouble() {
        if (trouble != null) {
            throw new KeyTrouble(trouble.kind(), trouble.getMessage());
        }
    }

    private synchronized MasterKey master() {
        if (master == null) {
            master = place.findOrMake();
        }
        return master;
    }

    private void find() {
        try {
            var found = place.find();
            if (found.isEmpty()) {
                trouble = new KeyTrouble(
                        KeyTrouble.Kind.MASTER_KEY_MISSING,
                        "there is no master key in " + place.name() + ", but the keys in " + path
                                + " are wrapped by one: put it back, or say where it is with --master-key or in "
                                + MasterKeyPlace.VARIABLE + ". Names, titles and reasons cannot be read without it, and"
                                + " nothing is recorded");
            } else if (found.get().unwrap(file.mark(), KeyFile.MARK).isEmpty()) {
                trouble = wrong(place.name() + " is not the master key that the keys in " + path + " are wrapped by");
            } else {
                master = found.get();
            }
        } catch (IllegalArgumentException none) {
            trouble = wrong(none.getMessage());
        }
    }

    private static KeyTrouble wrong(String what) {
        return new KeyTrouble(
                KeyTrouble.Kind.MASTER_KEY_WRONG,
                what + ": put the right one there. Names, titles and reasons cannot be read without it, and nothing is"
                        + " recorded");
    }
}
