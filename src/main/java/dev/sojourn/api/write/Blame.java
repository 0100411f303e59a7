package dev.sojourn.api.write;

import static dev.sojourn.command.RuleViolation.Rule.ALREADY_ENDED;
import static dev.sojourn.command.RuleViolation.Rule.ALREADY_IN_GROUP;
import static dev.sojourn.command.RuleViolation.Rule.ALREADY_MEMBER;
import static dev.sojourn.command.RuleViolation.Rule.ALREADY_THERE;
import static dev.sojourn.command.RuleViolation.Rule.COHORT_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.DISTINCT_PERSONS;
import static dev.sojourn.command.RuleViolation.Rule.ENDS_BEFORE_START;
import static dev.sojourn.command.RuleViolation.Rule.IDENTIFIER_TAKEN;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_CLOSED;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_MERGED;
import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.NOT_A_MEMBER;
import static dev.sojourn.command.RuleViolation.Rule.NOT_IN_GROUP;
import static dev.sojourn.command.RuleViolation.Rule.PARENT_CYCLE;
import static dev.sojourn.command.RuleViolation.Rule.PERSON_SUPPRESSED;
import static dev.sojourn.command.RuleViolation.Rule.REASON_REQUIRED;
import static dev.sojourn.command.RuleViolation.Rule.RELEASE_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.RESEARCHER_ERASED;
import static dev.sojourn.command.RuleViolation.Rule.RESEARCHER_MERGED;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_IDENTIFIER;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_INSTITUTION;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_RESEARCHER;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_SPELL;

import dev.sojourn.api.body.BodyReader;
import dev.sojourn.api.problem.Flaw;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which member of a body a rule looked at: the first of those it can concern that the body has. */
final class Blame {
    private static final Map<Rule, List<String>> MEMBERS = new EnumMap<>(Rule.class);

    static {
        MEMBERS.put(IDENTIFIER_TAKEN, List.of("identifier", "identifiers"));
        MEMBERS.put(UNKNOWN_IDENTIFIER, List.of("identifier"));
        MEMBERS.put(UNKNOWN_SPELL, List.of("spell", "from"));
        MEMBERS.put(ALREADY_ENDED, List.of("end", "left", "from"));
        MEMBERS.put(ALREADY_THERE, List.of("institution"));
        MEMBERS.put(ENDS_BEFORE_START, List.of("end", "left", "start", "to", "on"));
        MEMBERS.put(REASON_REQUIRED, List.of("reason"));
        MEMBERS.put(UNKNOWN_INSTITUTION, List.of("institution", "into", "parent"));
        MEMBERS.put(INSTITUTION_EXISTS, List.of("id"));
        MEMBERS.put(INSTITUTION_CLOSED, List.of("institution", "into", "from"));
        MEMBERS.put(INSTITUTION_MERGED, List.of("institution", "into", "from"));
        MEMBERS.put(PARENT_CYCLE, List.of("parent"));
        MEMBERS.put(ALREADY_IN_GROUP, List.of("group"));
        MEMBERS.put(NOT_IN_GROUP, List.of("group"));
        MEMBERS.put(COHORT_EXISTS, List.of("id"));
        MEMBERS.put(ALREADY_MEMBER, List.of("researchers"));
        MEMBERS.put(NOT_A_MEMBER, List.of("researcher"));
        MEMBERS.put(RESEARCHER_ERASED, List.of("researchers", "into", "other"));
        MEMBERS.put(RESEARCHER_MERGED, List.of("into", "other"));
        MEMBERS.put(DISTINCT_PERSONS, List.of("into"));
        MEMBERS.put(PERSON_SUPPRESSED, List.of("identifier", "identifiers"));
        MEMBERS.put(RELEASE_EXISTS, List.of("name"));
        MEMBERS.put(NOTHING_CHANGES, List.of("identifier", "country", "parent", "other"));
        MEMBERS.put(UNKNOWN_RESEARCHER, List.of("researchers", "researcher", "into", "other"));
    }

    private Blame() {}

    /** The member of the body of the running request, with the value it has there. */
    static List<Flaw> of(RuleViolation violation) {
        var body = BodyReader.read();
        if (body.isEmpty()) {
            return List.of();
        }
        if (violation.rule() == REASON_REQUIRED) {
            return List.of(new Flaw("/reason", null, violation.detail()));
        }
        return MEMBERS.getOrDefault(violation.rule(), List.of()).stream()
                .flatMap(name -> find(body.get(), name, violation.item(), "").stream())
                .findFirst()
                .map(found -> List.of(new Flaw(
                        found.pointer(),
                        // nothing of somebody who was erased is repeated, not even to whoever has just written it
                        violation.rule() == PERSON_SUPPRESSED ? null : found.value(),
                        violation.detail())))
                .orElse(List.of());
    }

    private static Optional<Flaw> find(JsonNode node, String name, int item, String pointer) {
        var member = node.get(name);
        if (member != null && member.isArray() && item >= 0) {
            return Optional.of(new Flaw(
                    pointer + "/" + name + "/" + item, member.path(item).asString(), ""));
        }
        if (member != null && !member.isObject() && !member.isNull()) {
            return Optional.of(
                    new Flaw(pointer + "/" + name, member.isString() ? member.stringValue() : member.toString(), ""));
        }
        return node.properties().stream()
                .filter(inner -> inner.getValue().isObject())
                .flatMap(inner -> find(inner.getValue(), name, item, pointer + "/" + inner.getKey()).stream())
                .findFirst();
    }
}
