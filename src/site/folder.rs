//! Ways between folders.

/// The way out of a folder, with room for what follows.
pub(super) fn up(folder: &str, room: usize) -> String {
    let levels = folder.bytes().filter(|sign| *sign == b'/').count();
    let mut way = String::with_capacity(levels * "../".len() + room);
    way.extend(std::iter::repeat_n("../", levels));
    way
}
