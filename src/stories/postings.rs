//! The records under each key of the window's index, the latest first.
//!
//! Most keys have one record, which stands in the key itself. The records of any other lie side by
//! side, so that following a key is one look into memory and not one for each record: in a large
//! window every look is a miss of the cache. A key remembers no more records than are looked at.

/// A word or phrase of the index.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Key {
    /// Stories that have it.
    pub(super) stories: u32,
    /// Its latest record, if it has any.
    latest: u32,
    /// 0: no record. 1: only `latest`. Else where its records lie, counted from [`SLOTS`].
    place: u32,
}

/// Places below this one are no slots.
const SLOTS: u32 = 2;

impl Key {
    /// Whether it has several records.
    pub(super) fn is_shared(&self) -> bool {
        self.place >= SLOTS
    }

    /// The latest record under it.
    pub(super) fn latest(&self) -> Option<u32> {
        (self.place != 0).then_some(self.latest)
    }
}

/// Slots of one size, for keys with about so many records.
#[derive(Debug)]
struct Shelf {
    /// Records in a slot.
    room: usize,
    /// Slot after slot: how many records were put in, then the records, the oldest overwritten.
    slots: Vec<u32>,
    /// Slots that nobody has.
    free: Vec<u32>,
}

impl Shelf {
    fn slot(&self, slot: u32) -> &[u32] {
        let from = slot as usize * (self.room + 1);
        self.slots.get(from..from + self.room + 1).unwrap_or_default()
    }

    fn slot_mut(&mut self, slot: u32) -> &mut [u32] {
        let from = slot as usize * (self.room + 1);
        self.slots.get_mut(from..from + self.room + 1).unwrap_or_default()
    }

    fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            let slot = self.slots.len() / (self.room + 1);
            self.slots.resize(self.slots.len() + self.room + 1, 0);
            slot as u32
        })
    }

    fn put(&mut self, slot: u32, record: u32) {
        let room = self.room as u32;
        let [count, records @ ..] = self.slot_mut(slot) else { return };
        if let Some(place) = records.get_mut((*count % room) as usize) {
            *place = record;
        }
        *count += 1;
        // Once it is full only the place of the next matters.
        if *count == 2 * room {
            *count = room;
        }
    }
}

/// The records of all keys.
#[derive(Debug)]
pub(super) struct Postings {
    shelves: Vec<Shelf>,
}

impl Postings {
    /// For keys of which the latest `most` records are looked at.
    pub(super) fn new(most: usize) -> Self {
        let most = most.max(2);
        let rooms = std::iter::successors(Some(3), |room| (*room < most).then_some(room * 4 + 3));
        let shelf = |room: usize| Shelf { room: room.min(most), slots: Vec::new(), free: Vec::new() };
        Self { shelves: rooms.map(shelf).collect() }
    }

    /// Puts a record under a key.
    pub(super) fn put(&mut self, key: &mut Key, record: u32) {
        match self.slot_of(key) {
            None if key.place == 0 => key.place = 1,
            None => {
                let slot = self.take(key, 0);
                self.shelves[0].put(slot, key.latest);
                self.shelves[0].put(slot, record);
            }
            Some((shelf, slot)) => {
                let is_full =
                    self.shelves[shelf].slot(slot).first() >= Some(&(self.shelves[shelf].room as u32));
                match is_full && shelf + 1 < self.shelves.len() {
                    true => self.move_on(key, shelf, slot, record),
                    false => self.shelves[shelf].put(slot, record),
                }
            }
        }
        key.latest = record;
    }

    /// A full slot that was never written over becomes a larger one.
    fn move_on(&mut self, key: &mut Key, shelf: usize, slot: u32, record: u32) {
        let next = self.take(key, shelf + 1);
        let (smaller, larger) = self.shelves.split_at_mut(shelf + 1);
        for known in &smaller[shelf].slot(slot)[1..] {
            larger[0].put(next, *known);
        }
        larger[0].put(next, record);
        self.free(shelf, slot);
    }

    /// The records under a key, the latest first.
    pub(super) fn of(&self, key: &Key) -> impl Iterator<Item = u32> {
        let slot = self.slot_of(key).map(|(shelf, slot)| self.shelves[shelf].slot(slot));
        let (count, records) = slot.and_then(<[u32]>::split_first).unwrap_or((&0, &[]));
        let known = (*count as usize).min(records.len());
        let place = move |back: usize| (*count as usize - 1 - back) % records.len();
        let several = (0..known).map(move |back| records[place(back)]);
        several.chain((key.place == 1).then_some(key.latest))
    }

    /// Gives back what a key has; it is not used any more.
    pub(super) fn forget(&mut self, key: &Key) {
        if let Some((shelf, slot)) = self.slot_of(key) {
            self.free(shelf, slot);
        }
    }

    fn slot_of(&self, key: &Key) -> Option<(usize, u32)> {
        let (place, shelves) = (key.place.checked_sub(SLOTS)?, self.shelves.len() as u32);
        Some(((place % shelves) as usize, place / shelves))
    }

    fn take(&mut self, key: &mut Key, shelf: usize) -> u32 {
        let slot = self.shelves[shelf].take();
        key.place = SLOTS + slot * self.shelves.len() as u32 + shelf as u32;
        slot
    }

    fn free(&mut self, shelf: usize, slot: u32) {
        let shelf = &mut self.shelves[shelf];
        shelf.slot_mut(slot).fill(0);
        shelf.free.push(slot);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(most: usize, records: u32) -> (Postings, Key) {
        let (mut postings, mut key) = (Postings::new(most), Key::default());
        (0..records).for_each(|record| postings.put(&mut key, record));
        (postings, key)
    }

    #[test]
    fn the_latest_come_first_and_no_more_than_are_looked_at() {
        for most in [1, 2, 3, 5, 15, 16, 48, 100] {
            for records in [0, 1, 2, 3, 4, 15, 16, 17, 48, 49, 96, 97, 500] {
                let (postings, key) = filled(most, records);
                let found: Vec<u32> = postings.of(&key).collect();
                let wanted: Vec<u32> = (0..records).rev().take(found.len()).collect();
                assert_eq!(found, wanted, "{most} of {records}");
                assert!(found.len() >= most.min(records as usize), "{most} of {records}");
                assert!(found.len() <= most.max(3), "{most} of {records}");
            }
        }
    }

    #[test]
    fn what_is_forgotten_makes_room() {
        let (mut postings, key) = filled(48, 10);
        let before = postings.shelves[1].slots.len();
        postings.forget(&key);
        let mut other = Key::default();
        (100..110).for_each(|record| postings.put(&mut other, record));
        assert_eq!(postings.shelves[1].slots.len(), before);
        assert_eq!(postings.of(&other).collect::<Vec<_>>(), (100..110).rev().collect::<Vec<_>>());
        assert_eq!(other.latest(), Some(109));
        assert_eq!(Key::default().latest(), None);
    }
}
