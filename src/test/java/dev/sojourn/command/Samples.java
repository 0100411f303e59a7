package dev.sojourn.command;

import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RecordMove;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** People and places that the tests of commands share. */
final class Samples {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-01T09:30:00Z"), ZoneOffset.UTC);
    static final ResearcherId LIN = new ResearcherId("lin");
    static final ResearcherId WANG = new ResearcherId("wang");
    static final InstitutionId MIT = new InstitutionId("mit");
    static final InstitutionId PEKING = new InstitutionId("peking");
    static final InstitutionId ATLANTIS = new InstitutionId("atlantis");
    static final Identifier ORCID = Identifier.parse("orcid:0000-0002-1825-0097");
    static final Remarks WHY = Remarks.because("the page was misread");

    private Samples() {}

    static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    static Titled because(String reason) {
        return new Titled(null, reason, List.of(), Map.of());
    }

    static Claim claim(InstitutionId institution, String start, String end) {
        return Claim.of(institution, Role.RESEARCHER, date(start), date(end));
    }

    static RecordAffiliation record(ResearcherId researcher, String spell, Claim claim) {
        return new RecordAffiliation(researcher, new SpellId(spell), claim, null, Titled.NONE);
    }

    static EndAffiliation end(ResearcherId researcher, String spell, String end) {
        return new EndAffiliation(researcher, new SpellId(spell), date(end), null, Remarks.NONE);
    }

    static RecordMove move(ResearcherId researcher, String ended, String end, String spell, Claim claim) {
        return new RecordMove(researcher, new SpellId(ended), date(end), new SpellId(spell), claim, null, Titled.NONE);
    }

    static RegisterResearcher register(ResearcherId researcher, Identifier... identifiers) {
        return new RegisterResearcher(researcher, Names.of("Somebody"), List.of(identifiers), Remarks.NONE);
    }

    static RegisterInstitution register(InstitutionId institution) {
        return new RegisterInstitution(institution, profile("US", null), Remarks.NONE);
    }

    static Profile profile(String country, InstitutionId parent) {
        return new Profile(Names.of("A Place"), Sector.NOT_STATED, new CountryCode(country), parent, List.of());
    }

    static Request request(String commandId, Command command) {
        return Request.of(command, "kim", commandId);
    }
}
