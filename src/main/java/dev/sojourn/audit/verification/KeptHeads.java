package dev.sojourn.audit.verification;

import dev.sojourn.store.row.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Heads that somebody kept elsewhere, and what is known of who signed them.
 *
 * @param heads all of them, as given
 * @param unchecked how many signatures were not checked, for want of a public key
 * @param problem what is wrong with the first one that the key did not sign, or null
 */
public record KeptHeads(List<Head> heads, int unchecked, String problem) {

    /** None. */
    public static final KeptHeads NONE = new KeptHeads(List.of(), 0, null);

    /**
     * Reads heads, each as {@code position:hash} or as a {@link SignedHead}; blank texts and those that begin with # are
     * passed over.
     *
     * @param key who must have signed every one of them, if that is known
     * @throws IllegalArgumentException for anything else
     */
    public static KeptHeads read(List<String> texts, Optional<PublishedKey> key) {
        var heads = new ArrayList<Head>();
        int unchecked = 0;
        String problem = null;
        for (String text : texts) {
            String line = text.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            SignedHead signed = line.startsWith("{") ? SignedHead.parse(line) : null;
            var head = signed == null ? Head.parse(line) : signed.head();
            heads.add(head);
            if (key.isEmpty()) {
                unchecked += signed == null ? 0 : 1;
            } else if (problem == null && (signed == null || !key.get().signed(signed))) {
                problem = "the head at position " + head.position()
                        + (signed == null
                                ? " is not signed"
                                : " is not signed with key " + key.get().id() + ", or was changed since");
            }
        }
        return new KeptHeads(List.copyOf(heads), unchecked, problem);
    }
}
