package dev.sojourn.command;

import static dev.sojourn.command.Samples.ATLANTIS;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.because;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.end;
import static dev.sojourn.command.Samples.profile;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;

import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CareerCommand.ResumeCareer;
import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.CohortCommand.RemoveMember;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.EducationCommand.RetractEducation;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RecordDistinctFrom;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.CorrectInstitution;
import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.LeaveGroup;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.InstitutionCommand.RenameInstitution;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.ReviewCommand.ApproveReview;
import dev.sojourn.command.ReviewCommand.RejectReview;
import dev.sojourn.command.ReviewCommand.RequestReview;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small history in which an event of every kind counts in the end, all of which the rules allow. */
final class EveryKind {

    private static final ResearcherId GONE = new ResearcherId("gone");
    private static final CohortId SAMPLE = new CohortId("sample");
    private static final ReleaseName FIRST = new ReleaseName("first");
    private static final GroupId SEVEN = new GroupId("magnificent-seven");
    private static final EducationId BACHELOR = new EducationId("bachelor");
    private static final EducationId MASTER = new EducationId("master");

    private EveryKind() {}

    static List<Id> subjects() {
        return List.of(LIN, WANG, GONE, MIT, PEKING, ATLANTIS, SAMPLE, FIRST);
    }

    static List<Command> commands() {
        return Stream.of(institutions(), names(), reviews(), people(), stays(), lists())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Command> institutions() {
        return List.of(
                register(MIT),
                register(PEKING),
                register(ATLANTIS),
                new CorrectInstitution(MIT, profile("GB", PEKING), WHY),
                new RenameInstitution(MIT, Names.of("Another Place"), date("2001"), Remarks.NONE),
                new MoveHeadquarters(MIT, new CountryCode("CN"), date("2002"), Remarks.NONE),
                new ChangeParent(MIT, ATLANTIS, date("2003"), Remarks.NONE),
                new JoinGroup(MIT, SEVEN, date("2004"), Remarks.NONE),
                new LeaveGroup(MIT, SEVEN, date("2010"), Remarks.NONE),
                new MergeInstitution(ATLANTIS, PEKING, date("2012"), WHY),
                new CloseInstitution(MIT, date("2015"), Remarks.NONE));
    }

    private static List<Command> names() {
        return List.of(
                register(LIN, ORCID),
                register(WANG),
                register(GONE),
                new ChangeNames(LIN, Names.of("Lin"), Remarks.NONE),
                new ChangeNames(LIN, Names.of("Ling"), Remarks.NONE));
    }

    /** Of the first event about somebody, and of the third, which is thereby undone. */
    private static List<Command> reviews() {
        return List.of(
                new RequestReview(LIN, 0, Remarks.NONE),
                new ApproveReview(LIN, 0, Remarks.NONE),
                new RequestReview(LIN, 2, Remarks.NONE),
                new RejectReview(LIN, 2, WHY));
    }

    private static List<Command> people() {
        var degree = new Degree(Level.BACHELOR, MIT, null, null, date("2003"));
        return List.of(
                new LinkIdentifier(LIN, new Identifier("dblp", "lin"), Remarks.NONE),
                new UnlinkIdentifier(LIN, ORCID, Remarks.NONE),
                new RecordDistinctFrom(LIN, GONE, Remarks.NONE),
                new MergeResearchers(WANG, LIN, WHY),
                new UnmergeResearchers(WANG, WHY),
                new MergeResearchers(WANG, LIN, WHY),
                new RecordEducation(LIN, BACHELOR, degree, Titled.NONE),
                new CorrectEducation(
                        LIN, BACHELOR, new Degree(Level.BACHELOR, PEKING, null, null, null), because("misread")),
                new RecordEducation(LIN, MASTER, degree, Titled.NONE),
                new RetractEducation(LIN, MASTER, WHY),
                new ErasePerson(GONE, WHY));
    }

    private static List<Command> stays() {
        var first = new SpellId("k1");
        var second = new SpellId("k2");
        var day = LocalDate.of(2006, 6, 15);
        return List.of(
                record(LIN, "k1", claim(MIT, "2004", null)),
                new ConfirmAffiliation(LIN, first, day, Remarks.NONE),
                new CorrectAffiliation(LIN, first, claim(PEKING, "2005", null), null, because("misread")),
                end(LIN, "k1", "2008"),
                record(LIN, "k2", claim(MIT, "2009", null)),
                new RetractAffiliation(LIN, second, WHY),
                new RecordSearchedNotFound(LIN, day.plusYears(6), Remarks.NONE),
                new EndCareer(LIN, Cause.LEFT_RESEARCH, date("2012"), Remarks.NONE),
                new ResumeCareer(LIN, date("2014"), Remarks.NONE));
    }

    private static List<Command> lists() {
        return List.of(
                new DefineCohort(SAMPLE, "A sample", "all", 2019, "by hand", "us", Remarks.NONE),
                new AddMembers(SAMPLE, List.of(LIN, WANG), Remarks.NONE),
                new RemoveMember(SAMPLE, WANG, Remarks.NONE),
                new FreezeCohort(SAMPLE, Remarks.NONE),
                new PublishRelease(FIRST, "First", 1, "standard", Map.of(), Remarks.NONE),
                new WithdrawRelease(FIRST, WHY));
    }
}
