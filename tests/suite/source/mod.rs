//! What is said about files that cannot be read as they stand: one test for each code of the
//! source stage, and one for each way of not being YAML.

mod files;
mod keys;
mod layout;
mod memory;
mod punctuation;
mod signs;
mod words;
