package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.event.ReviewEvent.ReviewApproved;
import dev.sojourn.event.ReviewEvent.ReviewRejected;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Overloads")
class OverloadsTest {

    private static final ResearcherId ADA = new ResearcherId("ada");

    private final Overloads<ReviewEvent, String> told =
            new Overloads<>(MethodHandles.lookup(), "tell", ReviewEvent.class, Long.class);

    String tell(ReviewEvent event, Long position) {
        return "a review at " + position;
    }

    String tell(ReviewRejected event, Long position) {
        return "a rejection at " + position;
    }

    String say(ReviewRejected event) {
        throw new IllegalStateException("said " + event.sequence());
    }

    @Test
    void call_the_one_for_a_record_itself_before_the_one_for_its_family() {
        assertThat(told.call(this, new ReviewRejected(ADA, 1, Remarks.NONE), 7L))
                .isEqualTo("a rejection at 7");
        assertThat(told.call(this, new ReviewApproved(ADA, 1, Remarks.NONE), 8L))
                .isEqualTo("a review at 8");
    }

    @Test
    void let_what_is_thrown_through_unchanged() {
        var said = new Overloads<ReviewRejected, String>(MethodHandles.lookup(), "say", ReviewRejected.class);
        assertThatThrownBy(() -> said.call(this, new ReviewRejected(ADA, 3, Remarks.NONE)))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("said 3");
    }

    @Test
    void do_not_let_a_class_load_that_lacks_one() {
        assertThatThrownBy(() -> new Overloads<ReviewEvent, String>(MethodHandles.lookup(), "say", ReviewEvent.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("OverloadsTest has no say(ReviewRequested)");
    }

    @Test
    void take_only_those_with_the_same_things_beside_the_message() {
        assertThatThrownBy(() -> new Overloads<ReviewEvent, String>(
                        MethodHandles.lookup(), "tell", ReviewEvent.class, String.class))
                .isInstanceOf(IllegalStateException.class);
    }
}
