package dev.daybook.examples.boundary;

import dev.daybook.core.boundary.Boundary;
import dev.daybook.core.boundary.Fact;
import dev.daybook.ports.event.Tag;
import dev.daybook.ports.log.Query;
import io.vavr.control.Either;
import java.util.List;

/** A course has so many places, and a student is in so many courses, at most. */
public final class Courses
        implements Boundary<Courses.Subscribe, Courses.Places, Courses.StudentSubscribed, Courses.Refusal> {

    /** How many courses a student can be in. */
    public static final int MOST_COURSES = 5;

    /** A student wants a place in a course of so many. */
    public record Subscribe(String course, String student, int capacity) {}

    /** A student has a place. */
    public record StudentSubscribed(String course, String student) {}

    /** What was found of both. */
    public record Places(String course, String student, int taken, int courses, boolean isIn) {}

    /** Why not. */
    public enum Refusal {
        /** Every place is taken. */
        COURSE_FULL,
        /** The student has enough to do. */
        TOO_MANY_COURSES,
        /** The student is in it. */
        SUBSCRIBED_ALREADY
    }

    @Override
    public Class<StudentSubscribed> eventClass() {
        return StudentSubscribed.class;
    }

    @Override
    public Query query(Subscribe command) {
        return Query.tags(course(command)).or(Query.tags(student(command)));
    }

    private static Tag course(Subscribe command) {
        return Tag.of("course", command.course());
    }

    private static Tag student(Subscribe command) {
        return Tag.of("student", command.student());
    }

    @Override
    public Places initial(Subscribe command) {
        return new Places(command.course(), command.student(), 0, 0, false);
    }

    @Override
    public Places apply(Places before, StudentSubscribed event) {
        boolean sameCourse = event.course().equals(before.course());
        boolean sameStudent = event.student().equals(before.student());
        return new Places(
                before.course(),
                before.student(),
                before.taken() + (sameCourse ? 1 : 0),
                before.courses() + (sameStudent ? 1 : 0),
                before.isIn() || (sameCourse && sameStudent));
    }

    @Override
    public Either<Refusal, List<Fact<StudentSubscribed>>> decide(Places places, Subscribe command) {
        if (places.isIn()) {
            return Either.left(Refusal.SUBSCRIBED_ALREADY);
        }
        if (places.taken() >= command.capacity()) {
            return Either.left(Refusal.COURSE_FULL);
        }
        if (places.courses() >= MOST_COURSES) {
            return Either.left(Refusal.TOO_MANY_COURSES);
        }
        StudentSubscribed event = new StudentSubscribed(command.course(), command.student());
        return Either.right(List.of(Fact.of("course_" + command.course(), event, course(command), student(command))));
    }
}
