import type { VersionView } from '../view-program'

/** What is valid and from when; those to come and those that were, on a tap. */
Component({
  properties: { versions: { type: Array, value: [] as VersionView[] } },
  data: { shown: [] as VersionView[], isOpen: false },
  observers: {
    'versions, isOpen'(versions: VersionView[], isOpen: boolean) {
      this.setData({ shown: versions.filter(({ tone }) => isOpen || tone !== 'plain') })
    },
  },
  methods: {
    toggle() {
      this.setData({ isOpen: !this.data.isOpen })
    },
  },
})
