package dev.sojourn.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plainest reading of the ledger, straight from its text and of no use for anything else: each spell and each
 * bachelor's degree as last told, states on the last day of a year. Knows only what the reference ledger contains.
 */
final class NaiveLedger {

    /** A spell as last told; dates as written. */
    record Spell(String id, JsonNode claim, String end, String observedOn) {}

    final Map<String, JsonNode> institutions = new HashMap<>();
    final Map<String, List<String>> cohorts = new HashMap<>();
    final Map<String, Map<String, Spell>> spells = new LinkedHashMap<>();
    final Map<String, JsonNode> bachelors = new HashMap<>();

    /** All that was recorded before an instant, written in the same form as in the ledger. */
    static NaiveLedger before(String instant) {
        var ledger = new NaiveLedger();
        try (var lines = Files.lines(Path.of("events/reference/ledger.jsonl"))) {
            lines.map(JsonMapper.shared()::readTree)
                    .filter(line -> line.get("recorded").asString().compareTo(instant) < 0)
                    .forEach(line -> ledger.on(line.get("type").asString(), line.get("event")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return ledger;
    }

    private void on(String type, JsonNode event) {
        String who = event.path("researcher").asString("");
        switch (type) {
            case "InstitutionRegistered" ->
                institutions.put(event.get("institution").asString(), event.get("profile"));
            case "MembersAdded" ->
                event.get("researchers").forEach(member -> cohorts.computeIfAbsent(
                                event.get("cohort").asString(), cohort -> new ArrayList<>())
                        .add(member.asString()));
            case "EducationRecorded", "EducationCorrected" -> {
                if (event.get("degree").get("level").asString().equals("BACHELOR")) {
                    bachelors.put(who, event.get("degree"));
                }
            }
            case "AffiliationRecorded" -> put(who, event, event.get("claim"), null);
            case "AffiliationConfirmed" -> put(who, event, spell(who, event).claim(), null);
            case "AffiliationEnded" ->
                put(who, event, spell(who, event).claim(), event.get("end").asString());
            default -> {
                // names, parents, groups and releases move nobody
            }
        }
    }

    private Spell spell(String who, JsonNode event) {
        return spells.get(who).get(event.get("spell").asString());
    }

    private void put(String who, JsonNode event, JsonNode claim, String end) {
        String id = event.get("spell").asString();
        spells.computeIfAbsent(who, researcher -> new LinkedHashMap<>())
                .put(id, new Spell(id, claim, end, event.get("observedOn").asString()));
    }

    /** The spells that cover 31 December of a year; with dates of years and months, years decide. */
    List<Spell> on(String who, int year) {
        String lastDay = year + "-12-31";
        return spells.get(who).values().stream()
                .filter(spell -> spell.claim().get("start").asString().compareTo(lastDay) <= 0)
                .filter(spell -> spell.end() == null || spell.end().compareTo(lastDay) > 0)
                .toList();
    }

    /** Country of the one spell on 31 December of a year. */
    String country(String who, int year) {
        return institution(who, year).get("headquarters").asString();
    }

    String sector(String who, int year) {
        return institution(who, year).get("sector").asString();
    }

    JsonNode institution(String who, int year) {
        List<Spell> then = on(who, year);
        if (then.size() != 1) {
            throw new AssertionError(who + " has " + then + " at the end of " + year);
        }
        return institutions.get(then.get(0).claim().get("institution").asString());
    }

    /** Country of the bachelor's degree, or "unknown". */
    String origin(String who) {
        JsonNode degree = bachelors.get(who);
        return degree == null
                ? "unknown"
                : institutions
                        .get(degree.get("institution").asString())
                        .get("headquarters")
                        .asString();
    }
}
