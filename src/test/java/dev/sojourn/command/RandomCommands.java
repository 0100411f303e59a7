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

import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.CorrectInstitution;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Commands about so few subjects that many are refused, the same for the same seed. */
final class RandomCommands {

    private final Random random;

    private RandomCommands(long seed) {
        random = new Random(seed);
    }

    static List<Command> of(long seed, int count) {
        var some = new RandomCommands(seed);
        var commands = new ArrayList<Command>();
        while (commands.size() < count) {
            commands.add(some.next());
        }
        return commands;
    }

    private Command next() {
        return switch (random.nextInt(14)) {
            case 0 -> register(person(), identifier());
            case 1 ->
                new RegisterInstitution(place(), profile("US", random.nextBoolean() ? null : place()), Remarks.NONE);
            case 2 -> new LinkIdentifier(person(), identifier(), Remarks.NONE);
            case 3 -> new UnlinkIdentifier(person(), identifier(), Remarks.NONE);
            case 4 -> new ChangeParent(place(), random.nextInt(4) == 0 ? null : place(), date(year()), Remarks.NONE);
            case 5 ->
                switch (random.nextInt(4)) {
                    case 0 -> new MergeInstitution(place(), place(), date(year()), WHY);
                    case 1 -> new CloseInstitution(place(), date(year()), Remarks.NONE);
                    default -> register(person());
                };
            case 6 -> end(person(), spell(), year());
            case 7 -> move(person(), spell(), year(), spell(), claim(place(), null, null));
            case 8 ->
                new CorrectAffiliation(
                        person(), new SpellId(spell()), claim(place(), year(), null), null, because("misread"));
            case 9 -> new RetractAffiliation(person(), new SpellId(spell()), WHY);
            case 10 -> new DefineCohort(new CohortId("sample"), "S", "F", 2019, "all", "us", Remarks.NONE);
            case 11 -> new AddMembers(new CohortId("sample"), List.of(person()), Remarks.NONE);
            case 12 -> new CorrectInstitution(place(), profile("GB", random.nextBoolean() ? null : place()), WHY);
            default -> record(person(), spell(), claim(place(), year(), null));
        };
    }

    private ResearcherId person() {
        return new ResearcherId("p" + random.nextInt(5));
    }

    private InstitutionId place() {
        return new InstitutionId("i" + random.nextInt(5));
    }

    private String spell() {
        return "s" + random.nextInt(12);
    }

    private Identifier identifier() {
        return new Identifier("dblp", "d" + random.nextInt(6));
    }

    private String year() {
        return Integer.toString(2000 + random.nextInt(20));
    }
}
