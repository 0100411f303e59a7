package dev.sojourn.store.key;

import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.form.EventJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Payloads as stored and as told. Stored, the {@code personal} block, which always comes last, is an envelope: {@code
 * {"enc":"…"}}, the base64 of a nonce of 12 bytes, the block encrypted with AES-256-GCM, and a tag of 16. Bound to it are
 * subject, event id and type, so that no block passes for another's. An empty block stays empty: that nothing was said is
 * no secret. Others are filled up with spaces to a multiple of 32 bytes, so that a length tells little.
 *
 * <p>The key is the subject's, or that of the owner in {@code of}. What a cohort says of one researcher alone is under
 * that researcher's key; the reason of an erasure is under a key of the ledger's own, or it would go with the person.
 */
public final class PersonalText implements EventUpcaster {

    /** Whom the reasons of erasures belong to. */
    public static final String ERASURES = "ledger:erasures";

    private static final JsonMapper JSON = EventJson.mapper();
    private static final String PERSONAL = "\"personal\":";
    private static final String ENVELOPE = PERSONAL + "{\"enc\":\"";
    private static final String EMPTY = "{}";
    private static final int STEP = 32;
    private static final Set<String> OF_NAMES =
            Set.of("ResearcherRegistered", "NamesChanged", "IdentifierLinked", "IdentifierUnlinked");

    private final PersonalKeys keys;

    /**
     * A payload in the clear.
     *
     * @param erased whether there was personal data in it, whose key is destroyed
     */
    public record Clear(String payload, boolean erased) {}

    /** What stands in an envelope. */
    private record Envelope(String enc, String of) {}

    public PersonalText(PersonalKeys keys) {
        this.keys = keys;
    }

    /**
     * Makes the keys that some events need, on disk on return.
     *
     * @return how many keys there are now, or -1 if they need none
     */
    public long makeKeys(Collection<? extends Event> events) {
        var owners = events.stream()
                .filter(event -> !JSON.writeValueAsString(event.personal()).equals(EMPTY))
                .map(this::owner)
                .collect(Collectors.toSet());
        return owners.isEmpty() ? -1 : keys.make(owners);
    }

    /** A payload as it is to be stored; the key is there already. */
    public String seal(Event event, String eventId, String payload) {
        String personal = JSON.writeValueAsString(event.personal());
        if (personal.equals(EMPTY)) {
            return payload;
        }
        String end = PERSONAL + personal + "}";
        if (!payload.endsWith(end)) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " does not end with its personal block");
        }
        String subject = event.subject().key();
        String owner = owner(event);
        byte[] clear = padded(personal.getBytes(StandardCharsets.UTF_8));
        try {
            byte[] sealed = keys.key(owner)
                    .orElseThrow(() -> new IllegalStateException(owner + " was erased"))
                    .encrypt(clear, bound(subject, eventId, event.getClass().getSimpleName()));
            return payload.substring(0, payload.length() - end.length())
                    + ENVELOPE
                    + Base64.getEncoder().encodeToString(sealed)
                    + (owner.equals(subject) ? "\"}}" : "\",\"of\":" + JSON.writeValueAsString(owner) + "}}");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("personal data cannot be encrypted", impossible);
        }
    }

    /**
     * A stored payload in the clear.
     *
     * @throws KeyTrouble if a key is missing
     * @throws IllegalArgumentException if the block was not encrypted for this event, or is none
     */
    public Clear open(String subject, String eventId, String type, String payload) {
        int at = envelope(payload);
        if (at < 0) {
            return new Clear(payload, false);
        }
        var envelope = parse(payload.substring(at + PERSONAL.length(), payload.length() - 1));
        var key = keys.key(envelope.of() == null ? subject : envelope.of());
        if (key.isEmpty()) {
            return new Clear(without(payload, at), true);
        }
        try {
            byte[] clear = key.get().decrypt(Base64.getDecoder().decode(envelope.enc()), bound(subject, eventId, type));
            String personal = new String(clear, 0, length(clear), StandardCharsets.UTF_8);
            return new Clear(payload.substring(0, at) + PERSONAL + personal + "}", false);
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException("its personal data was not encrypted for this event", other);
        }
    }

    /** The same without anything personal but names and identifiers: a fraction of the work. */
    public Clear openNames(String subject, String eventId, String type, String payload) {
        int at = OF_NAMES.contains(type) ? -1 : envelope(payload);
        return at < 0 ? open(subject, eventId, type, payload) : new Clear(without(payload, at), false);
    }

    /** Bytes under an owner's key, for what they are kept in; empty if the key was destroyed. */
    public Optional<byte[]> seal(String owner, String keptIn, byte[] clear) {
        try {
            var key = keys.key(owner);
            return key.isEmpty() ? Optional.empty() : Optional.of(key.get().encrypt(clear, bound(owner, "", keptIn)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("personal data cannot be encrypted", impossible);
        }
    }

    /** The bytes that were sealed; empty if the key was destroyed since. */
    public Optional<byte[]> unseal(String owner, String keptIn, byte[] sealed) {
        try {
            var key = keys.key(owner);
            return key.isEmpty() ? Optional.empty() : Optional.of(key.get().decrypt(sealed, bound(owner, "", keptIn)));
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException("it was not encrypted for " + owner, other);
        }
    }

    /** Whose key a stored payload needs. */
    public static Optional<String> owner(String subject, String payload) {
        int at = envelope(payload);
        if (at < 0) {
            return Optional.empty();
        }
        var envelope = parse(payload.substring(at + PERSONAL.length(), payload.length() - 1));
        return Optional.of(envelope.of() == null ? subject : envelope.of());
    }

    /** The first step of every reading by Axon's engine. */
    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> stored) {
        return stored.map(event -> event.upcastPayload(event.getType(), String.class, payload -> open(
                        event.getAggregateIdentifier().orElseThrow(),
                        event.getMessageIdentifier(),
                        event.getType().getName(),
                        payload)
                .payload()));
    }

    private String owner(Event event) {
        String subject = event.subject().key();
        String owner = subject;
        if (event instanceof PersonErased) {
            owner = ERASURES;
        } else if (event instanceof MemberRemoved removed) {
            owner = removed.researcher().key();
        } else if (event instanceof MembersAdded added && added.researchers().size() == 1) {
            owner = added.researchers().get(0).key();
        }
        return owner.equals(subject) || !keys.destroyed(owner) ? owner : subject;
    }

    private static int envelope(String payload) {
        return payload.endsWith("\"}}") ? payload.lastIndexOf(ENVELOPE) : -1;
    }

    private static String without(String payload, int at) {
        return payload.substring(0, at) + PERSONAL + EMPTY + "}";
    }

    private static Envelope parse(String json) {
        try {
            return JSON.readValue(json, Envelope.class);
        } catch (JacksonException none) {
            throw new IllegalArgumentException("its personal data is no envelope", none);
        }
    }

    private static byte[] bound(String subject, String eventId, String type) {
        return (subject + "\n" + eventId + "\n" + type).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] padded(byte[] clear) {
        byte[] padded = java.util.Arrays.copyOf(clear, (clear.length + STEP - 1) / STEP * STEP);
        java.util.Arrays.fill(padded, clear.length, padded.length, (byte) ' ');
        return padded;
    }

    private static int length(byte[] padded) {
        int length = padded.length;
        while (length > 0 && padded[length - 1] == ' ') {
            length--;
        }
        return length;
    }
}
