package dev.sojourn.command;

import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.because;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.end;
import static dev.sojourn.command.Samples.move;
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
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
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
import dev.sojourn.event.value.InstitutionId;
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
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commands of every kind about so few subjects that many are refused, the same for the same seed. */
final class RandomCommands {

    private static final int PEOPLE = 6;
    private static final int PLACES = 5;

    /** Whoever is erased has no future; some are left alone. */
    private static final int ERASABLE = PEOPLE - 1;

    private final Random random;

    RandomCommands(long seed) {
        random = new Random(seed);
    }

    /** So many of them. */
    static List<Command> of(long seed, int count) {
        var some = new RandomCommands(seed);
        return Stream.generate(some::next).limit(count).toList();
    }

    /** Every subject that the commands are about. */
    static List<Id> subjects() {
        return Stream.<Stream<? extends Id>>of(
                        IntStream.range(0, PEOPLE).mapToObj(RandomCommands::person),
                        IntStream.range(0, PLACES).mapToObj(RandomCommands::place),
                        Stream.of(new CohortId("c0"), new CohortId("c1")),
                        Stream.of(new ReleaseName("r0"), new ReleaseName("r1")))
                .<Id>flatMap(ids -> ids)
                .toList();
    }

    /** The next one; what has to be there is asked for more often than what can be done to it. */
    Command next() {
        return switch (random.nextInt(8)) {
            case 0 -> entry();
            case 1 -> identity();
            case 2 -> education();
            case 3, 4 -> spell();
            case 5 -> career();
            case 6 -> institution();
            default -> list();
        };
    }

    private Command entry() {
        return switch (random.nextInt(4)) {
            case 0 -> register(person(), identifier());
            case 1 -> register(person());
            case 2 -> new DefineCohort(cohort(), "S", "F", 2019, "all", "us", Remarks.NONE);
            default ->
                new RegisterInstitution(place(), profile("US", random.nextBoolean() ? null : place()), Remarks.NONE);
        };
    }

    private Command identity() {
        var one = person();
        var other = person();
        return switch (random.nextInt(one.equals(other) ? 5 : 8)) {
            case 0 -> new LinkIdentifier(one, identifier(), Remarks.NONE);
            case 1 -> new UnlinkIdentifier(one, identifier(), Remarks.NONE);
            case 2 -> new ChangeNames(one, Names.of("Name " + random.nextInt(3)), Remarks.NONE);
            case 3 -> new UnmergeResearchers(one, WHY);
            case 4 ->
                one.equals(person(ERASABLE)) && random.nextInt(4) == 0
                        ? new ErasePerson(one, WHY)
                        : new UnmergeResearchers(one, WHY);
            case 5 -> new RecordDistinctFrom(one, other, WHY);
            default -> new MergeResearchers(one, other, WHY);
        };
    }

    private Command education() {
        var degree = new EducationId("d" + random.nextInt(2));
        return switch (random.nextInt(5)) {
            case 0 -> new CorrectEducation(person(), degree, degree(), because("misread"));
            case 1 -> new RetractEducation(person(), degree, WHY);
            default -> new RecordEducation(person(), degree, degree(), Titled.NONE);
        };
    }

    private Degree degree() {
        var level = Level.values()[random.nextInt(3)];
        return random.nextInt(3) == 0
                ? new Degree(level, null, country(), null, date(year()))
                : new Degree(level, place(), null, null, random.nextBoolean() ? null : date(year()));
    }

    private Command spell() {
        var who = person();
        var spell = new SpellId(stay(who));
        return switch (random.nextInt(9)) {
            case 0 -> end(who, spell.value(), year());
            case 1, 2 -> move(who, spell.value(), year(), stay(who), claim(place(), null, null));
            case 3 -> correct(who, spell);
            case 4 -> new RetractAffiliation(who, spell, WHY);
            case 5 -> new ConfirmAffiliation(who, spell, day(), Remarks.NONE);
            default -> record(who, spell.value(), claim(place(), year(), null));
        };
    }

    private Command correct(ResearcherId who, SpellId spell) {
        var seen = random.nextBoolean() ? null : day();
        return new CorrectAffiliation(who, spell, claim(place(), year(), null), seen, because("misread"));
    }

    private Command career() {
        return switch (random.nextInt(6)) {
            case 0 -> new EndCareer(person(), Cause.values()[random.nextInt(3)], date(year()), Remarks.NONE);
            case 1 -> new ResumeCareer(person(), date(year()), Remarks.NONE);
            case 2 -> new RecordSearchedNotFound(person(), day(), Remarks.NONE);
            case 3 -> new ApproveReview(person(), random.nextInt(9), Remarks.NONE);
            case 4 -> new RejectReview(person(), random.nextInt(9), WHY);
            default -> new RequestReview(person(), random.nextInt(9), Remarks.NONE);
        };
    }

    private Command institution() {
        var group = new GroupId("g" + random.nextInt(2));
        return switch (random.nextInt(9)) {
            case 0 -> new CorrectInstitution(place(), profile("GB", random.nextBoolean() ? null : place()), WHY);
            case 1 ->
                new RenameInstitution(place(), Names.of("Place " + random.nextInt(3)), date(year()), Remarks.NONE);
            case 2 -> new MoveHeadquarters(place(), country(), date(year()), Remarks.NONE);
            case 3 -> new ChangeParent(place(), random.nextInt(4) == 0 ? null : place(), date(year()), Remarks.NONE);
            case 4 ->
                random.nextInt(3) > 0
                        ? new MoveHeadquarters(place(), country(), date(year()), Remarks.NONE)
                        : new MergeInstitution(place(), place(), date(year()), WHY);
            case 5 -> new CloseInstitution(place(), date(year()), Remarks.NONE);
            case 6 -> new LeaveGroup(place(), group, date(year()), Remarks.NONE);
            default -> new JoinGroup(place(), group, random.nextInt(4) == 0 ? null : date(year()), Remarks.NONE);
        };
    }

    private Command list() {
        var release = new ReleaseName("r" + random.nextInt(2));
        return switch (random.nextInt(8)) {
            case 0 -> new RemoveMember(cohort(), person(), Remarks.NONE);
            case 1 -> new FreezeCohort(cohort(), Remarks.NONE);
            case 2 -> new PublishRelease(release, "R", 1, "standard", Map.of(), Remarks.NONE);
            case 3 -> new WithdrawRelease(release, WHY);
            default -> new AddMembers(cohort(), List.of(person()), Remarks.NONE);
        };
    }

    private ResearcherId person() {
        return person(random.nextInt(PEOPLE));
    }

    private static ResearcherId person(int number) {
        return new ResearcherId("p" + number);
    }

    private InstitutionId place() {
        return place(random.nextInt(PLACES));
    }

    private static InstitutionId place(int number) {
        return new InstitutionId("i" + number);
    }

    private CohortId cohort() {
        return new CohortId("c" + random.nextInt(2));
    }

    /** Now and then one that is another's. */
    private String stay(ResearcherId who) {
        return (random.nextInt(10) == 0 ? person() : who) + "-" + random.nextInt(3);
    }

    private Identifier identifier() {
        return new Identifier("dblp", "d" + random.nextInt(6));
    }

    private CountryCode country() {
        return new CountryCode(List.of("US", "CN", "GB").get(random.nextInt(3)));
    }

    private LocalDate day() {
        return LocalDate.of(2000 + random.nextInt(20), 6, 15);
    }

    private String year() {
        return Integer.toString(2000 + random.nextInt(20));
    }
}
