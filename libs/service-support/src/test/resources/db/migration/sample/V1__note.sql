CREATE TABLE note (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account text    NOT NULL,
    number  integer NOT NULL
);
