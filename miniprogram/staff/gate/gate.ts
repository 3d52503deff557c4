/** Stands before the staff's pages for everybody who is not (or no longer) staff. */
Component({
  methods: {
    accept() {
      return wx.navigateTo({ url: '/staff/invitation/invitation' })
    },
    home() {
      return wx.switchTab({ url: '/pages/home/home' })
    },
  },
})
