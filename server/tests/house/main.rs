//! The server as a program: started, asked and stopped from outside.

mod answers;
mod bucket;
mod case_file;
mod doors;
mod people;
mod start;
mod stop;
mod support;
mod token;
